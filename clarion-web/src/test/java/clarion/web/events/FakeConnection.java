package clarion.web.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The container's side of a stream: a connection that can stall and break. */
final class FakeConnection extends ServletOutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ready = true;
    private boolean broken;
    private boolean flushed;
    private boolean complete;

    /** An exchange whose response writes to this connection. */
    AsyncContext exchange() {
        ServletResponse response = fake(ServletResponse.class, name -> name.equals("getOutputStream") ? this : null);
        return fake(AsyncContext.class, name -> {
            if (name.equals("complete")) {
                complete = true;
            }
            return name.equals("getResponse") ? response : null;
        });
    }

    private interface Answers {
        @Nullable
        Object to(String method);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                FakeConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName())));
    }

    void block() {
        ready = false;
        bytes.reset();
    }

    void unblock() {
        ready = true;
    }

    void breakDown() {
        broken = true;
    }

    String received() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    boolean isFlushed() {
        return flushed;
    }

    boolean isComplete() {
        return complete;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}

    @Override
    public void write(int b) throws IOException {
        if (broken) {
            throw new IOException("connection reset by peer");
        }
        flushed = false;
        bytes.write(b);
    }

    @Override
    public void flush() {
        flushed = true;
    }
}
