package clarion.domain.flows.wire;

/**
 * What the sequence numbers of one stream say was lost. Only a hint: exporters that count wrongly are common. What is
 * counted differs: version 5 counts flows, version 9 packets, IPFIX data records.
 */
final class Sequence {

    /** A jump that is larger, or back by more, is a restart and not a loss. */
    private static final int LARGEST_GAP = 1 << 20;

    private static final int LARGEST_STEP_BACK = 1 << 12;

    private boolean known;
    private int next;

    /**
     * Takes the number of a packet.
     *
     * @param number the number in its header
     * @param counted how far the packet moves the number on; less than 0 if that cannot be told
     * @return how many are missing before it
     */
    long take(int number, long counted) {
        int difference = known ? number - next : 0;
        boolean late = difference < 0 && difference >= -LARGEST_STEP_BACK;
        if (!late) {
            next = number + (int) counted;
            known = counted >= 0;
        }
        return difference > 0 && difference <= LARGEST_GAP ? difference : 0;
    }
}
