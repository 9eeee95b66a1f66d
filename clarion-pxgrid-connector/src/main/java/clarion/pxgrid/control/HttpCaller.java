package clarion.pxgrid.control;

import clarion.pxgrid.control.StopSignal.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts JSON to ISE. The answer's body is read as it comes ({@link PacedBody}), so that a download of millions of
 * sessions needs no more memory than a short answer.
 */
public final class HttpCaller {

    private final HttpClient http;
    private final String user;
    private final Duration timeout;
    private final StopSignal stop;

    /**
     * @param user our account's name, the Basic user
     * @param timeout for the head of an answer and for each pause in its body
     * @param stop ends a waiting call
     */
    public HttpCaller(HttpClient http, String user, Duration timeout, StopSignal stop) {
        this.http = http;
        this.user = user;
        this.timeout = timeout;
        this.stop = stop;
    }

    Duration timeout() {
        return timeout;
    }

    Duration connectTimeout() {
        return http.connectTimeout().orElse(timeout);
    }

    /** An answer; to be closed. */
    public static final class Answer implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final Registration registration;

        private Answer(HttpResponse<InputStream> response, Registration registration) {
            this.response = response;
            this.registration = registration;
        }

        public int status() {
            return response.statusCode();
        }

        /** Read as it comes. */
        public InputStream body() {
            return response.body();
        }

        @Override
        public void close() {
            registration.close();
            abandon(response);
        }
    }

    /** Posts with pre-emptive Basic authorization and waits for the head of the answer. */
    public Answer post(URI uri, Secret password, String json) throws IOException, InterruptedException {
        return post(uri, password, json, timeout);
    }

    /** As {@link #post(URI, Secret, String)}, but waits no longer than this. */
    Answer post(URI uri, Secret password, String json, Duration patience) throws IOException, InterruptedException {
        return send(
                request(uri, json)
                        .header("Authorization", password.basicAuthorization(user))
                        .timeout(least(patience))
                        .build(),
                least(patience));
    }

    /** Posts without authorization and waits for the head of the answer. */
    Answer postAnonymously(URI uri, String json, Duration patience) throws IOException, InterruptedException {
        return send(request(uri, json).timeout(least(patience)).build(), least(patience));
    }

    private Duration least(Duration patience) {
        return patience.compareTo(timeout) < 0 ? patience : timeout;
    }

    private static HttpRequest.Builder request(URI uri, String json) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    private Answer send(HttpRequest request, Duration limit) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> pending = http.sendAsync(request, head -> new PacedBody(timeout));
        Registration registration = stop.onStop(() -> cancel(pending));
        try {
            return new Answer(pending.get(limit.toMillis() + 1000, TimeUnit.MILLISECONDS), registration);
        } catch (ExecutionException e) {
            registration.close();
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (CancellationException e) {
            registration.close();
            throw (StoppedException) new StoppedException().initCause(e);
        } catch (TimeoutException | InterruptedException e) {
            registration.close();
            cancel(pending);
            if (e instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw (IOException) new HttpTimeoutException("no answer in " + limit).initCause(e);
        }
    }

    private static void cancel(CompletableFuture<HttpResponse<InputStream>> pending) {
        pending.cancel(true);
        if (pending.isDone() && !pending.isCompletedExceptionally()) {
            abandon(pending.join());
        }
    }

    private static void abandon(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
