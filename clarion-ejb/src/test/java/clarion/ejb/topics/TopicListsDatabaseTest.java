package clarion.ejb.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.ejb.IngestWorld;
import clarion.ejb.connectors.LedgerLists;
import clarion.ejb.connectors.QuarantineList;
import clarion.ejb.devices.DeviceTopicLists;
import clarion.ejb.groups.GroupLists;
import clarion.ejb.listing.Column;
import clarion.ejb.listing.FacetQuery;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.policy.PolicyLists;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every list answers by every column that it declares. */
class TopicListsDatabaseTest {

    private static final IngestWorld WORLD = new IngestWorld();
    private static final Lists LISTS = new Lists(WORLD.dataSource);

    private final TopicListService service = new TopicListService(LISTS);

    @TestFactory
    Stream<DynamicTest> answersByEveryColumn() {
        return Stream.of(
                        GroupLists.SECURITY_GROUPS,
                        GroupLists.ACLS,
                        GroupLists.VIRTUAL_NETWORKS,
                        GroupLists.SXP_BINDINGS,
                        PolicyLists.CELLS,
                        PolicyLists.DOWNLOADS,
                        DeviceTopicLists.FAILURES,
                        DeviceTopicLists.QUARANTINED,
                        DeviceTopicLists.PROFILES,
                        DeviceTopicLists.ENDPOINTS,
                        DeviceTopicLists.ASSETS,
                        LedgerLists.GAPS,
                        LedgerLists.RECONCILES,
                        QuarantineList.DEFINITION)
                .map(list -> DynamicTest.dynamicTest(list.name(), () -> check(list)));
    }

    private void check(ListDefinition list) {
        ask(list, Map.of());
        ask(list, Map.of("q", List.of("10.1 00:1b:44:11:3a:b7 7 web")));
        for (Column column : list.columns()) {
            if (column.sortable()) {
                ask(list, Map.of("sort", List.of("-" + column.name())));
            }
            if (column.filterable()) {
                ask(list, Map.of("filter", List.of("not (" + column.name() + " pr)")));
            }
            if (column.facet()) {
                var facets = LISTS.read(new FacetQuery(ListQuery.of(list), List.of(column.name()))::read);
                assertEquals(0, facets.total());
            }
        }
    }

    private void ask(ListDefinition list, Map<String, List<String>> parameters) {
        assertEquals(
                List.of(),
                service.list(ListQuery.parse(list, parameters, Set.of())).items());
    }
}
