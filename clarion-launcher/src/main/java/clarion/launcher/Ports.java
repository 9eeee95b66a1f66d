package clarion.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports to listen on. */
final class Ports {

    private Ports() {}

    /**
     * Makes sure that nobody listens on the port yet.
     *
     * @throws LauncherFailure if somebody does
     */
    static void requireFree(InetAddress address, int port, String purpose, String option) {
        if (!isFree(address, port)) {
            throw new LauncherFailure("Port " + port + " (" + purpose + ") is taken on " + address.getHostAddress()
                    + "; stop what uses it or choose another with " + option + " N.");
        }
    }

    static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
