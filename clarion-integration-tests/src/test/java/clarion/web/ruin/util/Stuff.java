package clarion.web.ruin.util;

/** Something in a room of no feature. */
public final class Stuff {}
