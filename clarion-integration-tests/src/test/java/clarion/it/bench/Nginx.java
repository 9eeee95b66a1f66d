package clarion.it.bench;

import clarion.it.harness.Ports;
import clarion.it.harness.Processes;
import clarion.it.harness.Project;
import clarion.it.harness.Until;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The machine's nginx in front of API replicas, each of which gets every other request. */
final class Nginx implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/sbin/nginx");

    private final int port = Ports.free();
    private final ProcessHandle process;

    static boolean isHere() {
        return Files.isExecutable(BINARY);
    }

    Nginx(List<URI> replicas) throws IOException {
        Path home = Files.createTempDirectory(Project.work("bench-nginx"), "run-");
        StringBuilder servers = new StringBuilder();
        replicas.forEach(replica ->
                servers.append("    server ").append(replica.getAuthority()).append(";\n"));
        Path configuration = home.resolve("nginx.conf");
        Files.writeString(configuration, """
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                daemon off;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  upstream api {
                %2$s    keepalive 32;
                  }
                  server {
                    listen 127.0.0.1:%3$d;
                    location / {
                      proxy_pass http://api;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                    }
                  }
                }
                """.formatted(home, servers, port));
        process =
                Processes.start(home.resolve("nginx.log"), List.of(BINARY.toString(), "-c", configuration.toString()));
        Until.isTrue("nginx listens", Duration.ofSeconds(10), this::listens);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean listens() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Processes.stop(process, Duration.ofSeconds(10));
    }
}
