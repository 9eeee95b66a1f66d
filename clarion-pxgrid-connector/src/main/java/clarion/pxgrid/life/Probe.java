package clarion.pxgrid.life;

/** Tells on a connection of its own whether ISE would now accept a subscription that it refused. */
@FunctionalInterface
interface Probe {

    boolean admits(String destination) throws InterruptedException;
}
