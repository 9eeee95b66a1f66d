package clarion.domain.flows.text;

/**
 * What a set of records is, in 128 bits: the same for the same records in any order, and different (but for one chance
 * in about 2^64 among unrelated files) if a record is added, lost, doubled or changed. It is a sum of hashes, made to
 * recognise a file that was imported before; whoever wants two files to collide can achieve it.
 *
 * @param high upper half
 * @param low lower half
 * @param records how many records
 */
public record ContentFingerprint(long high, long low, long records) {

    /** 32 hexadecimal digits, a hyphen and the number of records; for a unique column. */
    @Override
    public String toString() {
        return String.format("%016x%016x-%d", high, low, records);
    }
}
