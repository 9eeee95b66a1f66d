package clarion.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorMainTest {

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);

    private int run(String... arguments) throws InterruptedException {
        return SimulatorMain.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                end);
    }

    private void assertOneLine(String part) {
        String text = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.startsWith("clarion-ise-simulator: ") && text.contains(part), text);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysThatItIsReadyAndEndsWhenAsked() throws Exception {
        end.countDown();
        assertEquals(0, run("--pxgrid-port", "0", "--ers-port", "0", "--data", data.toString(), "--devices", "10"));
        String ready = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                ready.matches("ISE simulator is ready: pxGrid https://127\\.0\\.0\\.1:\\d+, "
                        + "ERS https://127\\.0\\.0\\.1:\\d+, PKI " + data + "/pki\\R"),
                ready);
    }

    /** Jetty would log each request's headers, and so what proves who a client is. */
    @Test
    void keepsJettyQuietWhereAllElseIsLoud() throws Exception {
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        try {
            end.countDown();
            run("--pxgrid-port", "0", "--ers-port", "0", "--data", data.toString(), "--devices", "1");
            assertFalse(Logger.getLogger("org.eclipse.jetty.http.HttpParser").isLoggable(Level.FINE));
            assertFalse(Logger.getLogger("org.eclipse.jetty.server.Request").isLoggable(Level.FINE));
        } finally {
            root.setLevel(before);
        }
    }

    @Test
    void endsWithItsParent() throws Exception {
        Process parent = new ProcessBuilder("true").start();
        parent.waitFor();
        assertEquals(
                0,
                run(
                        "--pxgrid-port=0",
                        "--ers-port=0",
                        "--data=" + data,
                        "--devices=10",
                        "--parent-pid=" + parent.pid()));
    }

    @Test
    void refusesAWrongCommandLineWithStatus2() throws Exception {
        assertEquals(2, run("--devices", "many"));
        assertOneLine("--devices");
    }

    @Test
    void namesThePortThatIsTakenWithStatus1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertEquals(1, run("--pxgrid-port", port, "--ers-port", "0", "--data", data.toString()));
            assertOneLine("127.0.0.1:" + port);
        }
    }

    @Test
    void namesTheDirectoryThatCannotBeWrittenWithStatus1() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");
        assertEquals(1, run("--pxgrid-port=0", "--ers-port=0", "--data=" + file));
        assertOneLine(file.toString());
    }

    @Test
    void namesTheAddressThatItCannotBindWithStatus1() throws Exception {
        assertEquals(1, run("--bind=192.0.2.1", "--pxgrid-port=0", "--ers-port=0", "--data=" + data));
        assertOneLine("192.0.2.1");
    }

    @Test
    void helps() throws Exception {
        assertEquals(0, run("--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Usage: "));
    }
}
