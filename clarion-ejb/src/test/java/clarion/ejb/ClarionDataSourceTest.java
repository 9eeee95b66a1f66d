package clarion.ejb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClarionDataSourceTest {

    @BeforeEach
    void nameADatabaseElsewhere() {
        System.setProperty("clarion.db.url", "jdbc:postgresql://db.corp.example:6432/policy?sslmode=verify-full");
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("clarion.db.url");
    }

    @Test
    void takesHostPortNameAndTlsFromTheUrl() {
        ClarionDataSource source = new ClarionDataSource();
        assertArrayEquals(new String[] {"db.corp.example"}, source.getServerNames());
        assertArrayEquals(new int[] {6432}, source.getPortNumbers());
        assertEquals("policy", source.getDatabaseName());
        assertEquals("verify-full", source.getSslMode());
    }

    @Test
    @SuppressWarnings("deprecation")
    void keepsItsHostWhenTheServerNamesItsDefault() {
        ClarionDataSource source = new ClarionDataSource();
        source.setServerName("localhost");
        assertArrayEquals(new String[] {"db.corp.example"}, source.getServerNames());
    }
}
