package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static clarion.ejb.sessions.ReportBuilder.second;
import static clarion.ejb.sessions.StoreFixture.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.groups.SecurityGroup;
import clarion.domain.groups.Sgt;
import clarion.ejb.connectors.QuarantineTable;
import clarion.ejb.connectors.QuarantinedMessageEntity;
import clarion.ejb.connectors.TopicPositionEntity;
import clarion.ejb.connectors.TopicPositionTable;
import clarion.ejb.devices.DeviceEntity;
import clarion.ejb.devices.DeviceSightingEntity;
import clarion.ejb.devices.SightingKind;
import clarion.ejb.groups.GroupRecords;
import clarion.ejb.groups.SecurityGroupEntity;
import clarion.ejb.topics.RecordTable;
import clarion.ejb.users.NetworkUserEntity;
import clarion.ejb.users.UserDeviceEntity;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.SecurityGroupRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ingest writes by SQL is what JPA reads, with the mappings of the product's own persistence unit. */
class EntityMappingDatabaseTest {

    private static final MacAddress MAC = MacAddress.parse("00:1b:44:11:3a:b7");
    private static StoreFixture store;
    private static EntityManagerFactory factory;
    private static EntityManager jpa;

    @BeforeAll
    static void write() throws SQLException {
        store = new StoreFixture();
        store.events(aReport("audit:1")
                .at(5)
                .mac(MAC.toString())
                .ip("10.0.0.1", "2001:db8::1")
                .user("CORP\\Alice")
                .port("10.255.0.1", "Gi1/0/1")
                .profile("Laptop")
                .group("Staff")
                .method("Wired802_1x")
                .attribute("vn", "corp")
                .build());
        store.inTransaction(connection -> {
            new TopicPositionTable(connection).save(new TopicPosition(Topic.SESSIONS, null, second(5)), NOON);
            new QuarantineTable(connection)
                    .add(new QuarantinedMessage(Topic.SESSIONS, "/topic/s", NOON, "state is 7", "{}"));
            SecurityGroup staff = new SecurityGroup("id-1", "Staff", new Sgt(15), "all staff");
            new RecordTable<>(GroupRecords.SECURITY_GROUPS)
                    .apply(connection, List.of(new SecurityGroupRecord(staff, null, false)), NOON);
            return 0;
        });
        factory = Persistence.createEntityManagerFactory(
                "clarion",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", store.dataSource));
        jpa = factory.createEntityManager();
    }

    @AfterAll
    static void close() throws SQLException {
        factory.close();
        store.close();
    }

    @Test
    void readsASession() {
        SessionEntity session = jpa.createQuery("select s from SessionEntity s where s.mac = :mac", SessionEntity.class)
                .setParameter("mac", MAC.toString())
                .getSingleResult();
        assertEquals("audit:1", session.sessionKey());
        assertEquals(List.of(IpAddress.parse("10.0.0.1"), IpAddress.parse("2001:db8::1")), session.addresses());
        assertEquals(IpAddress.parse("10.0.0.1"), session.ip());
        assertEquals(IpAddress.parse("10.255.0.1"), session.nasIp());
        assertEquals("{\"vn\": \"corp\"}", session.attributes());
        assertEquals(second(5), session.startedAt());
        assertEquals(NOON, session.receivedAt());
        assertEquals(null, session.endedAt());
        assertTrue(session.live() && session.latest());
    }

    @Test
    void readsADeviceAndItsSightings() {
        DeviceEntity device = jpa.find(DeviceEntity.class, MAC.toString());
        assertEquals(MAC, device.mac());
        assertEquals(1, device.liveSessions());
        assertEquals("Staff", device.sgtName());
        DeviceSightingEntity further = jpa.find(
                DeviceSightingEntity.class, new DeviceSightingEntity.Key(MAC, SightingKind.ADDRESS, "2001:db8::1"));
        assertEquals(second(5), further.lastSeen());
        assertEquals(
                1L,
                jpa.createQuery("select count(d) from DeviceSightingEntity d").getSingleResult());
    }

    @Test
    void readsAUserAndItsDevices() {
        NetworkUserEntity user = jpa.createQuery(
                        "select u from NetworkUserEntity u where u.identity = 'alice@corp'", NetworkUserEntity.class)
                .getSingleResult();
        assertEquals("CORP\\Alice", user.userName());
        assertEquals("PERSON", user.kind());
        UserDeviceEntity link = jpa.find(UserDeviceEntity.class, new UserDeviceEntity.Key(user.id(), MAC));
        assertEquals(second(5), link.firstSeen());
    }

    @Test
    void readsWhatTheConnectorKeeps() {
        assertEquals(second(5), jpa.find(TopicPositionEntity.class, "sessions").eventTime());
        assertEquals(
                "state is 7",
                jpa.createQuery("select q from QuarantinedMessageEntity q", QuarantinedMessageEntity.class)
                        .getSingleResult()
                        .reason());
        assertEquals(new Sgt(15), jpa.find(SecurityGroupEntity.class, "id-1").sgt());
    }
}
