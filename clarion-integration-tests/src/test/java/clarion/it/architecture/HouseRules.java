package clarion.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Each rule says why; each can be broken, and {@link HouseRulesTest} breaks each. */
final class HouseRules {

    private static final String DOMAIN = "clarion.domain..";
    private static final String CONNECTOR = "clarion.pxgrid..";
    private static final String CONNECTOR_API = "clarion.pxgrid";
    private static final String CONNECTOR_RECORDS = "clarion.pxgrid.records";
    private static final String CONNECTOR_SETTINGS = "clarion.pxgrid.settings";
    private static final String EJB = "clarion.ejb..";
    private static final String WEB = "clarion.web..";

    private HouseRules() {}

    /** All rules by a short name. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domain is pure", DOMAIN_IS_PURE);
        rules.put("connector knows domain only", CONNECTOR_KNOWS_DOMAIN_ONLY);
        rules.put("ejb knows the connector's interface only", EJB_KNOWS_THE_CONNECTORS_INTERFACE_ONLY);
        rules.put("ejb does not know web", EJB_DOES_NOT_KNOW_WEB);
        rules.put("web knows the connector's interface only", WEB_KNOWS_THE_CONNECTORS_INTERFACE_ONLY);
        rules.put("features have no cycles", FEATURES_HAVE_NO_CYCLES);
        rules.put("injection by constructor", INJECTION_BY_CONSTRUCTOR);
        rules.put("resources end in Resource", RESOURCES_END_IN_RESOURCE);
        rules.put("entities end in Entity", ENTITIES_END_IN_ENTITY);
        rules.put("stateless beans end in Service", STATELESS_BEANS_ARE_SERVICES);
        rules.put("views are records", VIEWS_ARE_RECORDS);
        rules.put("no rooms without a feature", NO_ROOMS_WITHOUT_A_FEATURE);
        rules.put("web has no transactions and no queries", WEB_HAS_NO_TRANSACTIONS_AND_NO_QUERIES);
        rules.put("every resource method says who may call it", EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT);
        rules.put("threads come from the container", THREADS_COME_FROM_THE_CONTAINER);
        rules.put("time comes from a clock", TIME_COMES_FROM_A_CLOCK);
        rules.put("logging through System.Logger", LOGGING_THROUGH_SYSTEM_LOGGER);
        rules.put("lines of the log say what they belong to", LINES_OF_THE_LOG_SAY_WHAT_THEY_BELONG_TO);
        rules.put("values are read without reflection", VALUES_ARE_READ_WITHOUT_REFLECTION);
        return rules;
    }

    private static final ArchRule DOMAIN_IS_PURE = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "org.eclipse..",
                    "java.sql..",
                    "javax..",
                    "java.net.http..",
                    "java.nio.file..",
                    "org.postgresql..",
                    EJB,
                    CONNECTOR,
                    WEB)
            .because("values and analytics must run in a test, a batch and a server alike");

    private static final ArchRule CONNECTOR_KNOWS_DOMAIN_ONLY = noClasses()
            .that()
            .resideInAPackage(CONNECTOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EJB, WEB, "jakarta.persistence..", "java.sql..", "javax.sql..")
            .because("the connector speaks pxGrid and leaves storage to its listener");

    private static final ArchRule EJB_KNOWS_THE_CONNECTORS_INTERFACE_ONLY = noClasses()
            .that()
            .resideInAPackage(EJB)
            .should()
            .dependOnClassesThat(resideInAPackage(CONNECTOR)
                    .and(not(resideInAnyPackage(CONNECTOR_API, CONNECTOR_RECORDS, CONNECTOR_SETTINGS))))
            .because("business services must not know how pxGrid is spoken; its settings are checked with all others");

    private static final ArchRule EJB_DOES_NOT_KNOW_WEB = noClasses()
            .that()
            .resideInAPackage(EJB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WEB, "jakarta.ws.rs..", "jakarta.servlet..")
            .because("dependencies point inward");

    private static final ArchRule WEB_KNOWS_THE_CONNECTORS_INTERFACE_ONLY = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(resideInAPackage(CONNECTOR).and(not(resideInAPackage(CONNECTOR_API))))
            .because("the wire shows what the connector tells, not what it is made of");

    private static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("clarion.web.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that needs another one that needs it is one feature");

    private static final ArchRule INJECTION_BY_CONSTRUCTOR = noFields()
            .that()
            .areDeclaredInClassesThat(not(new Servlets()))
            .should()
            .beAnnotatedWith(Inject.class)
            .because(
                    "constructors make dependencies final and visible; only servlets and their filters have no other way");

    private static final ArchRule RESOURCES_END_IN_RESOURCE = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("the suffix tells the role");

    private static final ArchRule ENTITIES_END_IN_ENTITY = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveSimpleNameEndingWith("Entity")
            .andShould()
            .resideInAPackage(EJB)
            .because("the suffix tells the role, and rows stay inside");

    private static final ArchRule STATELESS_BEANS_ARE_SERVICES = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .haveSimpleNameEndingWith("Service")
            .because("a stateless bean is a use case, and transactions begin at its methods");

    private static final ArchRule VIEWS_ARE_RECORDS = classes()
            .that()
            .resideInAPackage(WEB)
            .and()
            .haveSimpleNameEndingWith("View")
            .should()
            .beRecords()
            .because("what goes over the wire is a value");

    private static final ArchRule NO_ROOMS_WITHOUT_A_FEATURE = noClasses()
            .should()
            .resideInAnyPackage("..impl..", "..util..", "..utils..", "..common..", "..manager..", "..helper..")
            .because("packages are features");

    private static final ArchRule WEB_HAS_NO_TRANSACTIONS_AND_NO_QUERIES = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    EntityManager.class,
                    PersistenceContext.class,
                    Transactional.class,
                    javax.sql.DataSource.class,
                    java.sql.Connection.class,
                    java.sql.Statement.class)
            .because("transactions begin at the service method and queries live beside their entity");

    private static final ArchRule EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage(WEB)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(DenyAll.class)
            .because("a forgotten annotation must not decide who may change a network");

    private static final ArchRule THREADS_COME_FROM_THE_CONTAINER = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, CONNECTOR, EJB, WEB)
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .callConstructor(Thread.class, String.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.util.concurrent.Executors.class, java.util.Timer.class)
            .because("the server manages, names and stops threads, and gives them their context");

    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, CONNECTOR, EJB, WEB)
            .should()
            .callMethodWhere(new ReadsTheWallClock())
            .because("Clock is injected, so that a test can say what time it is");

    /** It sets levels and logs nothing: System.Logger knows no levels to set. */
    private static final String LOG_FLOOR = "clarion.pxgrid.control.LogFloor";

    private static final ArchRule LOGGING_THROUGH_SYSTEM_LOGGER = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, CONNECTOR, EJB, WEB)
            .and()
            .doNotHaveFullyQualifiedName(LOG_FLOOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.jboss.logging..")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("System.Logger reaches every server's log, with a level an operator can set");

    private static final ArchRule LINES_OF_THE_LOG_SAY_WHAT_THEY_BELONG_TO = noClasses()
            .that()
            .resideInAnyPackage(CONNECTOR, EJB, WEB)
            .should()
            .callMethod(System.class, "getLogger", String.class)
            .because("a logger from ContextLogger ends each line with the request or batch that it belongs to");

    private static final ArchRule VALUES_ARE_READ_WITHOUT_REFLECTION = noClasses()
            .that()
            .resideInAnyPackage(EJB, WEB)
            .should()
            .callMethod(ResultSet.class, "getObject", int.class, Class.class)
            .orShould()
            .callMethod(ResultSet.class, "getObject", String.class, Class.class)
            .because("Payara's pool searches the driver's methods anew for every such value; SqlValues has the types");

    /** What the servlet container makes by itself, through a constructor without parameters. */
    private static final class Servlets extends DescribedPredicate<JavaClass> {

        Servlets() {
            super("servlets and filters");
        }

        @Override
        public boolean test(JavaClass type) {
            return type.isAssignableTo(HttpServlet.class) || type.isAssignableTo(Filter.class);
        }
    }

    /** {@code now()} without a clock, and the system's milliseconds. */
    private static final class ReadsTheWallClock extends DescribedPredicate<JavaAccess<?>> {

        private static final Set<String> CALENDARS = Set.of(
                Instant.class.getName(),
                LocalDate.class.getName(),
                LocalDateTime.class.getName(),
                OffsetDateTime.class.getName(),
                ZonedDateTime.class.getName());

        ReadsTheWallClock() {
            super("it reads the wall clock");
        }

        @Override
        public boolean test(JavaAccess<?> access) {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            if (owner.equals(System.class.getName())) {
                return name.equals("currentTimeMillis");
            }
            return CALENDARS.contains(owner)
                    && name.equals("now")
                    && access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget call
                    && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        }
    }
}
