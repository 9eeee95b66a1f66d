package clarion.domain.segmentation;

/**
 * What a far end is called in a token. Codes: a group's number; from {@code groups} on, an entity that is no endpoint;
 * from there on, an entity as itself.
 */
final class FarEnds {

    private final int[] groupOf;
    private final int groups;
    private final boolean[] itself;

    private FarEnds(int[] groupOf, int groups, boolean[] itself) {
        this.groupOf = groupOf;
        this.groups = groups;
        this.itself = itself;
    }

    /**
     * @param grouping per endpoint its group, 0 to {@code groups} - 1
     * @param popular from how many different clients on a server is a token of its own as well
     */
    static FarEnds of(EndpointGraph graph, int[] grouping, int groups, int popular) {
        int n = graph.endpoints();
        int[] groupOf = new int[graph.entities()];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = i < n ? grouping[i] : groups + i - n;
        }
        int[] clients = new int[n];
        for (int e = 0; e < graph.edges(); e++) {
            if (graph.server(e) < n) {
                clients[graph.server(e)]++;
            }
        }
        boolean[] itself = new boolean[graph.entities()];
        for (int i = 0; i < n; i++) {
            itself[i] = clients[i] >= popular;
        }
        return new FarEnds(groupOf, groups, itself);
    }

    int group(int entity) {
        return groupOf[entity];
    }

    boolean isItself(int entity) {
        return itself[entity];
    }

    int itself(int entity) {
        return groups + groupOf.length + entity;
    }

    int groups() {
        return groups;
    }

    boolean isGroup(int code) {
        return code < groups;
    }

    /** The entity behind a code that is no group's. */
    int entity(int code, int endpoints) {
        return code < groups + groupOf.length ? code - groups + endpoints : code - groups - groupOf.length;
    }
}
