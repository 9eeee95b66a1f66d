package clarion.domain.sgacl;

/** A range of source ports and one of destination ports that lies in a region and cannot grow there. */
record Rectangle(int sourceLow, int sourceHigh, int low, int high) {

    /** Grows along the destination ports first. */
    static Rectangle tallest(Region region, int source, int destination) {
        Intervals column = region.columns[columnOf(region, source)];
        int range = rangeOf(column, destination);
        return new Rectangle(source, source, column.low(range), column.high(range)).grownSideways(region);
    }

    /** Grows along the source ports first. */
    static Rectangle widest(Region region, int source, int destination) {
        Rectangle line = new Rectangle(source, source, destination, destination).grownSideways(region);
        int low = 0;
        int high = Intervals.LIMIT - 1;
        for (int i = columnOf(region, line.sourceLow); i < region.starts.length; i++) {
            if (region.starts[i] > line.sourceHigh) {
                break;
            }
            int range = rangeOf(region.columns[i], destination);
            low = Math.max(low, region.columns[i].low(range));
            high = Math.min(high, region.columns[i].high(range));
        }
        return new Rectangle(line.sourceLow, line.sourceHigh, low, high);
    }

    private Rectangle grownSideways(Region region) {
        int first = columnOf(region, sourceLow);
        int last = first;
        while (first > 0 && region.columns[first - 1].containsAll(low, high)) {
            first--;
        }
        while (last + 1 < region.starts.length && region.columns[last + 1].containsAll(low, high)) {
            last++;
        }
        return new Rectangle(region.starts[first], region.end(last) - 1, low, high);
    }

    /** Its beginning that one ACE about ICMP can match: a whole type, or a type and a code. */
    Rectangle oneIcmpMatch() {
        if (low == 0 && high == Intervals.LIMIT - 1) {
            return this;
        }
        boolean type = low % 256 == 0 && high >= low + 255;
        return new Rectangle(sourceLow, sourceHigh, low, type ? low + 255 : low);
    }

    private static int columnOf(Region region, int source) {
        int at = java.util.Arrays.binarySearch(region.starts, source);
        return at >= 0 ? at : -at - 2;
    }

    private static int rangeOf(Intervals column, int port) {
        int range = 0;
        while (column.high(range) < port) {
            range++;
        }
        return range;
    }

    Ports sources() {
        return Ports.range(sourceLow, sourceHigh);
    }

    Ports destinations() {
        return Ports.range(low, high);
    }

    Region region() {
        return Region.of(Intervals.of(sourceLow, sourceHigh), Intervals.of(low, high));
    }

    /** How many pairs of ports it has in common with a region. */
    long newIn(Region region) {
        Region common = Region.combine(region, region(), SetOperation.AND);
        long sum = 0;
        for (int i = 0; i < common.starts.length; i++) {
            sum += (long) (common.end(i) - common.starts[i]) * common.columns[i].size();
        }
        return sum;
    }
}
