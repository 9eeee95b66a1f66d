package clarion.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.access.Roles;
import clarion.web.ClarionApplication;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryResourceSaysWhoMayCallItTest {

    /** What an anonymous caller may do; the one place to change when that changes. */
    private static final Set<String> OPEN = Set.of("AccessResource.logIn", "HealthResource.get");

    @Test
    void everyResourceMethodNamesRolesOfClarionOrIsOpen() throws Exception {
        List<Method> methods = resourceMethods();
        assertTrue(methods.size() >= 20, "found only " + methods.size() + " resource methods; is the scan broken?");
        for (Method method : methods) {
            boolean open = method.isAnnotationPresent(PermitAll.class);
            RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
            assertTrue(open ^ roles != null, nameOf(method) + " needs either @RolesAllowed or @PermitAll on itself");
            if (roles != null) {
                assertTrue(roles.value().length > 0, nameOf(method));
                Arrays.stream(roles.value()).forEach(role -> assertTrue(Roles.isRole(role), nameOf(method) + role));
                assertFalse(RoleGuard.isOpen(method.getDeclaringClass(), method), nameOf(method));
            }
        }
    }

    @Test
    void nothingIsOpenButTheLoginAndTheHealthCheck() throws Exception {
        Set<String> open = resourceMethods().stream()
                .filter(method -> RoleGuard.isOpen(method.getDeclaringClass(), method))
                .map(EveryResourceSaysWhoMayCallItTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(OPEN.containsAll(open), open.toString());
        assertTrue(open.contains("AccessResource.logIn"), open.toString());
    }

    @Test
    void whoMayManageAccountsAndReadTheAuditRecordIsTheAdministratorAlone() throws Exception {
        Set<String> administratorOnly = Set.of("AccountsResource", "AuditResource");
        for (Method method : resourceMethods()) {
            if (administratorOnly.contains(method.getDeclaringClass().getSimpleName())) {
                assertEquals(
                        Set.of(Roles.ADMINISTRATOR),
                        RoleGuard.allowed(method.getDeclaringClass(), method),
                        nameOf(method));
            }
        }
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static List<Method> resourceMethods() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(ClarionApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = found.filter(file -> file.toString().endsWith(".class")).toList();
        }
        Stream.Builder<Method> methods = Stream.builder();
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
            for (Method method : Class.forName(name, false, ClarionApplication.class.getClassLoader())
                    .getDeclaredMethods()) {
                if (Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class))) {
                    methods.add(method);
                }
            }
        }
        return methods.build().toList();
    }
}
