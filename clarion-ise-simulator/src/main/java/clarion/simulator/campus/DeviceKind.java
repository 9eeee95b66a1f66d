package clarion.simulator.campus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of device on the campus, with their share of it in percent. */
enum DeviceKind {
    LAPTOP(
            30,
            Login.USER,
            Segment.WIRELESS,
            null,
            "Corporate_Access",
            new DeviceModel("8C:EC:4B", "Microsoft-Workstation", "Windows11-Workstation", "Windows 11 Enterprise"),
            new DeviceModel("54:E1:AD", "Microsoft-Workstation", "Windows11-Workstation", "Windows 11 Enterprise"),
            new DeviceModel("3C:52:82", "Microsoft-Workstation", "Windows10-Workstation", "Windows 10 Enterprise"),
            new DeviceModel("F0:18:98", "Apple-Device", "Macintosh-Workstation", "macOS 15"),
            new DeviceModel("28:18:78", "Microsoft-Workstation", "Windows11-Workstation", "Windows 11 Enterprise")),
    WORKSTATION(
            6,
            Login.USER,
            Segment.DATA,
            null,
            "Corporate_Access",
            new DeviceModel("D4:BE:D9", "Microsoft-Workstation", "Windows10-Workstation", "Windows 10 Enterprise"),
            new DeviceModel("9C:7B:EF", "Microsoft-Workstation", "Windows11-Workstation", "Windows 11 Enterprise"),
            new DeviceModel("8C:16:45", "Linux-Workstation", "Ubuntu-Workstation", "Ubuntu Linux 22.04")),
    PHONE(
            14,
            Login.MAC,
            Segment.VOICE,
            "IP_Phones",
            "Cisco_IP_Phones",
            new DeviceModel("64:A0:E7", "Cisco-Device", "Cisco-IP-Phone-8841", null),
            new DeviceModel("A8:0C:0D", "Cisco-Device", "Cisco-IP-Phone-7841", null),
            new DeviceModel("2C:3E:CF", "Cisco-Device", "Cisco-IP-Phone-8865", null)),
    PRINTER(
            4,
            Login.MAC,
            Segment.PRINT,
            "Printers",
            "Printer_Access",
            new DeviceModel("3C:D9:2B", "HP-Device", "HP-LaserJet-M608", null),
            new DeviceModel("00:21:B7", "Lexmark-Device", "Lexmark-Printer-MS610dn", null),
            new DeviceModel("00:26:73", "Ricoh-Device", "Ricoh-Aficio-MP", null),
            new DeviceModel("00:07:4D", "Zebra-Device", "Zebra-Label-Printer", null)),
    CAMERA(
            6,
            Login.MAC,
            Segment.FACILITY,
            "Cameras",
            "Camera_Access",
            new DeviceModel("AC:CC:8E", "Axis-Device", "Axis-Network-Camera", null),
            new DeviceModel("00:40:8C", "Axis-Device", "Axis-Network-Camera", null),
            new DeviceModel("00:09:18", "Hanwha-Device", "Hanwha-Network-Camera", null)),
    BADGE_READER(
            4,
            Login.MAC,
            Segment.FACILITY,
            "Access_Control",
            "Facility_Access",
            new DeviceModel("00:06:8E", "HID-Device", "HID-Badge-Reader", null)),
    BUILDING_CONTROLLER(
            4,
            Login.MAC,
            Segment.FACILITY,
            "Building_Automation",
            "Facility_Access",
            new DeviceModel("00:A0:03", "Siemens-Device", "Siemens-HVAC-Controller", null),
            new DeviceModel("00:10:8D", "JohnsonControls-Device", "Johnson-Controls-NAE", null),
            new DeviceModel("00:80:F4", "Schneider-Device", "Schneider-Power-Meter", null)),
    MEDICAL_DEVICE(
            5,
            Login.MAC,
            Segment.MEDICAL,
            "Medical_Devices",
            "Medical_Access",
            new DeviceModel("00:09:FB", "Philips-Device", "Philips-Patient-Monitor", null),
            new DeviceModel("00:03:B1", "Hospira-Device", "Hospira-Infusion-Pump", null),
            new DeviceModel("00:30:E6", "Draeger-Device", "Draeger-Ventilator", null)),
    LAB_INSTRUMENT(
            2,
            Login.MAC,
            Segment.LAB,
            "Lab_Instruments",
            "Lab_Access",
            new DeviceModel("00:30:D3", "Agilent-Device", "Agilent-Chromatograph", null),
            new DeviceModel("00:00:C4", "Waters-Device", "Waters-Mass-Spectrometer", null)),
    DISPLAY(
            3,
            Login.MAC,
            Segment.FACILITY,
            "AV_and_Displays",
            "AV_Access",
            new DeviceModel("00:10:7F", "Crestron-Device", "Crestron-Room-Controller", null),
            new DeviceModel("00:50:60", "Cisco-Device", "Cisco-Telepresence-Room", null),
            new DeviceModel("8C:79:F5", "Samsung-Device", "Samsung-Display", null)),
    PAYMENT_TERMINAL(
            1,
            Login.MAC,
            Segment.FACILITY,
            "Point_of_Sale_Systems",
            "POS_Access",
            new DeviceModel("00:0B:4F", "Verifone-Device", "Verifone-Terminal", null),
            new DeviceModel("00:03:81", "Ingenico-Device", "Ingenico-Terminal", null)),
    POWER_SUPPLY(
            1,
            Login.MAC,
            Segment.FACILITY,
            "Network_Services",
            "Facility_Access",
            new DeviceModel("00:C0:B7", "APC-Device", "APC-UPS", null)),
    OWN_PHONE(
            12,
            Login.OWN,
            Segment.BYOD,
            "BYOD",
            "BYOD_Access",
            new DeviceModel("", "Apple-Device", "Apple-iPhone", "iOS 18"),
            new DeviceModel("", "Android", "Android-Samsung-Galaxy-Phone", "Android 15"),
            new DeviceModel("", "Apple-Device", "Apple-iPad", "iPadOS 18"),
            new DeviceModel("", "Android", "Android-Google-Pixel", "Android 16")),
    GUEST(
            8,
            Login.GUEST,
            Segment.GUEST,
            "Guests",
            "Guest_Access",
            new DeviceModel("", "Unknown", "Apple-iPhone", "iOS 18"),
            new DeviceModel("", "Unknown", "Android", "Android 15"),
            new DeviceModel("", "Unknown", "Microsoft-Workstation", "Windows 11 Home"));

    /** How a device gets in. */
    enum Login {
        /** 802.1X: the computer, then its user. */
        USER,
        /** MAC authentication bypass: the address is the user name. */
        MAC,
        /** 802.1X over Wi-Fi with the owner's account. */
        OWN,
        /** Web portal on the guest network. */
        GUEST
    }

    private final int percent;
    private final Login login;
    private final Segment segment;
    private final @Nullable String group;
    private final String authorization;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<DeviceModel> models;

    DeviceKind(
            int percent,
            Login login,
            Segment segment,
            @Nullable String group,
            String authorization,
            DeviceModel... models) {
        this.percent = percent;
        this.login = login;
        this.segment = segment;
        this.group = group;
        this.authorization = authorization;
        this.models = List.of(models);
    }

    int percent() {
        return percent;
    }

    Login login() {
        return login;
    }

    Segment segment() {
        return segment;
    }

    /** The security group, or null where it follows the person. */
    @Nullable
    String group() {
        return group;
    }

    String authorization() {
        return authorization;
    }

    List<DeviceModel> models() {
        return models;
    }

    /** Whether a device of this kind stays where it is, day and night. */
    boolean fixed() {
        return login == Login.MAC;
    }

    /** Whether it has radio only. */
    boolean wirelessOnly() {
        return login == Login.OWN || login == Login.GUEST;
    }
}
