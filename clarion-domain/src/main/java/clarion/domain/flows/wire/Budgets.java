package clarion.domain.flows.wire;

/** What all exporters together may take. */
record Budgets(Budget templateFields, Budget pendingBytes, Budget names) {

    static Budgets of(DecoderLimits limits) {
        return new Budgets(
                new Budget(limits.templateFields()),
                new Budget(limits.pendingBytesOfAll()),
                new Budget(limits.namesOfAll()));
    }
}
