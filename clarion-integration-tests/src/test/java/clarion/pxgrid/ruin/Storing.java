package clarion.pxgrid.ruin;

import clarion.ejb.ruin.Row;

/** A connector that stores, on a thread of its own. */
public final class Storing {

    public void store(Row row) {
        new Thread(() -> System.err.println(row)).start();
    }
}
