package clarion.simulator.campus;

/** Where people work, and the security group that they are given. */
enum Department {
    ENGINEERING("Engineering", "Developers", 25),
    OPERATIONS("Operations", "Production_Users", 15),
    CLINIC("Clinic", "Employees", 20),
    RESEARCH("Research", "Employees", 10),
    FINANCE("Finance", "Employees", 10),
    SALES("Sales", "Employees", 8),
    AUDIT("Audit", "Auditors", 2),
    EXTERNAL("External", "Contractors", 10);

    private final String title;
    private final String group;
    private final int percent;

    Department(String title, String group, int percent) {
        this.title = title;
        this.group = group;
        this.percent = percent;
    }

    String title() {
        return title;
    }

    String group() {
        return group;
    }

    /** The department of somebody drawn from 0 to 99. */
    static Department of(int draw) {
        int left = draw;
        for (Department department : values()) {
            left -= department.percent;
            if (left < 0) {
                return department;
            }
        }
        return EXTERNAL;
    }
}
