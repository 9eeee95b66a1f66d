package clarion.simulator.traffic;

/** When something happens: shares of a day by the hour, and how much of it on which day of the week. */
public enum Rhythm {
    /** Day and night. */
    ALWAYS(shares(0, 24), 1, 1, 1),
    /** From eight to six, on weekdays, with a pause for lunch. */
    OFFICE(office(), 0.88, 0.04, 1.1),
    /** In three shifts, a little less at weekends. */
    SHIFT(shares(0, 24), 0.85, 0.5, 3),
    /** From late in the morning to the night, at weekends too. */
    STUDENT(shares(9, 23), 0.75, 0.4, 1.7),
    /** Visitors: few hours of few days. */
    GUEST(shares(8, 20), 0.3, 0.08, 4),
    /** From one to five at night. */
    NIGHT(shares(1, 5), 1, 1, 1);

    private static final int SATURDAY = 6;
    private static final int HOURS = 24;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final double[] byHour;

    private final double weekday;
    private final double weekend;
    private final double haste;

    Rhythm(double[] byHour, double weekday, double weekend, double haste) {
        this.byHour = byHour;
        this.weekday = weekday;
        this.weekend = weekend;
        this.haste = haste;
    }

    /**
     * The share of a day's conversations that fall into an hour; those of a day make 1.
     *
     * @param hour 0 to 23
     */
    public double share(int hour) {
        return byHour[hour];
    }

    /**
     * The probability that it happens at all on a day.
     *
     * @param weekday 1 Monday to 7 Sunday
     */
    public double presence(int weekday) {
        return weekday >= SATURDAY ? weekend : this.weekday;
    }

    /** How much more a device that comes and goes says in an hour, to have said a day's worth when it goes. */
    public double haste() {
        return haste;
    }

    private static double[] shares(int from, int to) {
        double[] shares = new double[HOURS];
        for (int hour = from; hour < to; hour++) {
            shares[hour] = 1.0 / (to - from);
        }
        return shares;
    }

    private static double[] office() {
        double[] weights = {0, 0, 0, 0, 0, 0, 0, 0.4, 1, 1.3, 1.3, 1.2, 0.7, 1.1, 1.3, 1.2, 1, 0.6, 0.2, 0, 0, 0, 0, 0};
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int hour = 0; hour < HOURS; hour++) {
            weights[hour] /= sum;
        }
        return weights;
    }
}
