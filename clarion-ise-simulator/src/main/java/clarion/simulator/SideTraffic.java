package clarion.simulator;

import clarion.simulator.sessions.IseSession;

/** What an event of the campus means for the other topics. */
public interface SideTraffic {

    SideTraffic NONE = new SideTraffic() {
        @Override
        public void before(IseSession event) {}

        @Override
        public void after(IseSession event) {}
    };

    /** Called before an event changes the directory. */
    void before(IseSession event);

    /** Called after an event has been published. */
    void after(IseSession event);
}
