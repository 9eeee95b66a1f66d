package clarion.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardedPathsTest {

    @ParameterizedTest
    @CsvSource({
        "GET,    /api,                       true",
        "GET,    /api/v1/sessions,           true",
        "GET,    /api/no/such/thing,         true",
        "GET,    /api/v1/access/login,       true",
        "POST,   /api/v1/access/login,       false",
        "POST,   /api/v1/access/login/,      true",
        "POST,   /api/v1/access/login/x,     true",
        "post,   /api/v1/access/login,       true",
        "GET,    /api/health,                false",
        "GET,    /api/health/,               true",
        "GET,    /api/healthy,               true",
        "GET,    /metrics,                   true",
        "GET,    /metrics/application,       true",
        "GET,    /openapi,                   true",
        "GET,    /openapi.json,              true",
        "GET,    /,                          false",
        "GET,    /sessions,                  false",
        "GET,    /assets/api/x.js,           false",
        "GET,    /apiary.png,                false",
        "GET,    /health/ready,              false",
    })
    void guardsEverythingButStaticFilesHealthAndTheLogin(String method, String path, boolean guarded) {
        assertEquals(guarded, GuardedPaths.isGuarded(method, path));
    }
}
