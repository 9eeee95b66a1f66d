package clarion.domain.segmentation;

import java.util.Arrays;
import java.util.List;

/**
 * Who uses which service of whom: endpoints, what is known of them, and an edge for each client, server and service.
 *
 * <p>An edge's ends are entities. The first {@link #endpoints()} of them are endpoints; the others are far ends that
 * are none, such as an address that nobody could be found for, or the internet.
 */
public final class EndpointGraph {

    private final List<String> names;
    private final List<String> others;
    private final List<String> services;
    private final List<View> views;
    private final int[] client;
    private final int[] server;
    private final int[] service;
    private final float[] count;

    private EndpointGraph(Builder builder, List<View> views) {
        names = List.copyOf(builder.names);
        others = List.copyOf(builder.others);
        services = List.copyOf(builder.services);
        this.views = List.copyOf(views);
        client = Arrays.copyOf(builder.client, builder.edges);
        server = Arrays.copyOf(builder.server, builder.edges);
        service = Arrays.copyOf(builder.service, builder.edges);
        count = Arrays.copyOf(builder.count, builder.edges);
    }

    /** Collects edges; of each client, server and service one, with how many conversations it stands for. */
    public static final class Builder {

        private final List<String> names;
        private final List<String> others;
        private final List<String> services;
        private int[] client = new int[1024];
        private int[] server = new int[1024];
        private int[] service = new int[1024];
        private float[] count = new float[1024];
        private int edges;

        /**
         * @param names the endpoints, each once; they name members and choose samples
         * @param others far ends that are no endpoints
         * @param services what edges are about
         */
        public Builder(List<String> names, List<String> others, List<String> services) {
            this.names = names;
            this.others = others;
            this.services = services;
        }

        /** Adds an edge between two entities, given by number. */
        public Builder edge(int from, int to, int about, double conversations) {
            int entities = names.size() + others.size();
            if (from < 0 || from >= entities || to < 0 || to >= entities || about < 0 || about >= services.size()) {
                throw new IllegalArgumentException("no such edge: " + from + " to " + to + " about " + about);
            }
            if (edges == client.length) {
                int more = edges * 2;
                client = Arrays.copyOf(client, more);
                server = Arrays.copyOf(server, more);
                service = Arrays.copyOf(service, more);
                count = Arrays.copyOf(count, more);
            }
            client[edges] = from;
            server[edges] = to;
            service[edges] = about;
            count[edges++] = (float) conversations;
            return this;
        }

        public EndpointGraph build(List<View> views) {
            for (View view : views) {
                if (view.endpoints() != names.size()) {
                    throw new IllegalArgumentException(
                            view.name() + " speaks of " + view.endpoints() + " endpoints, not of " + names.size());
                }
            }
            return new EndpointGraph(this, views);
        }
    }

    public int endpoints() {
        return names.size();
    }

    public int entities() {
        return names.size() + others.size();
    }

    public int edges() {
        return client.length;
    }

    /** The name of an entity. */
    public String name(int entity) {
        return entity < names.size() ? names.get(entity) : others.get(entity - names.size());
    }

    public List<String> services() {
        return services;
    }

    public List<View> views() {
        return views;
    }

    int client(int edge) {
        return client[edge];
    }

    int server(int edge) {
        return server[edge];
    }

    int service(int edge) {
        return service[edge];
    }

    float count(int edge) {
        return count[edge];
    }
}
