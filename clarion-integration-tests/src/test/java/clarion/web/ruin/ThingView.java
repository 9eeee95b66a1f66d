package clarion.web.ruin;

/** A view that is no value. */
public class ThingView {

    public String name = "";
}
