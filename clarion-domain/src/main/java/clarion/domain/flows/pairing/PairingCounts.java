package clarion.domain.flows.pairing;

/**
 * What a pairing has done so far.
 *
 * @param records records taken
 * @param duplicates records that another exporter, or the same one twice, had reported
 * @param conversations conversations handed on
 * @param paired of these, with both directions
 * @param flushedEarly of these, handed on before their time because there were too many; their rest comes apart
 * @param clockCorrected records that got the time of arrival, because their exporter's clock is wrong
 * @param open conversations open now
 */
public record PairingCounts(
        long records,
        long duplicates,
        long conversations,
        long paired,
        long flushedEarly,
        long clockCorrected,
        int open) {}
