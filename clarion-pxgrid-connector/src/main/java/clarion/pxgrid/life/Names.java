package clarion.pxgrid.life;

import clarion.pxgrid.Topic;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.topics.TopicService;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells whether the topics that are followed are still called what they were. ISE may rename one without ending the
 * stream, which then stays silent for ever.
 */
final class Names {

    private final ControlClient control;

    Names(ControlClient control) {
        this.control = control;
    }

    /**
     * Looks every service up again. Nodes need not agree, as during an upgrade: a name is good as long as one tells it.
     *
     * @param followed what each destination stands for
     * @throws PxGridException with {@link Fault#TOPIC_RENAMED} if a topic has another name now; or if it cannot be told
     */
    void check(Map<String, Topic> followed) throws PxGridException, InterruptedException {
        Lookups lookups = new Lookups(control, 1);
        for (Map.Entry<String, Topic> entry : followed.entrySet()) {
            TopicService service = TopicService.of(entry.getValue());
            List<String> told = lookups.permitted(service.service()).stream()
                    .map(node -> node.properties().get(service.property()))
                    .filter(Objects::nonNull)
                    .filter(name -> !name.isBlank())
                    .toList();
            if (!told.isEmpty() && !told.contains(entry.getKey())) {
                throw new PxGridException(
                        Fault.TOPIC_RENAMED,
                        "ISE now calls its topic " + entry.getValue().id() + " " + told.get(0) + ", no longer "
                                + entry.getKey() + ".");
            }
        }
        PxGridException failure = lookups.failure();
        if (failure != null) {
            throw failure;
        }
    }
}
