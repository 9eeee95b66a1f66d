package clarion.web.wall.ruin;

import clarion.web.ruin.ThingView;

/** One half of a cycle. */
public final class Brick extends ThingView {

    public Brick(String name) {
        this.name = name;
    }
}
