package clarion.simulator.dataset;

import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.CampusModel.TrueService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** Writes what is true of devices and services. */
final class Truth {

    private Truth() {}

    static void roles(Path directory, Population population) throws IOException {
        try (CsvOut out = new CsvOut(directory.resolve("roles.csv"), "mac,role")) {
            for (Endpoint endpoint : population.endpoints) {
                out.mac(endpoint.mac).text(endpoint.role.name()).end();
            }
        }
    }

    static void devices(Path directory, Population population) throws IOException {
        try (CsvOut out = new CsvOut(directory.resolve("devices.csv"), "mac,role,device_id,sgt,tagged_sgt,traits")) {
            for (Endpoint endpoint : population.endpoints) {
                out.mac(endpoint.mac)
                        .text(endpoint.role.name())
                        .text(endpoint.deviceId())
                        .number(endpoint.sgt)
                        .number(endpoint.tag)
                        .text(endpoint.traits())
                        .end();
            }
        }
    }

    /** @param seen how often a service was used on the days of learning */
    static void services(Path directory, CampusModel model, ToLongFunction<TrueService> seen) throws IOException {
        try (CsvOut out = new CsvOut(
                directory.resolve("services.csv"),
                "client_role,server_role,proto,port_lo,port_hi,frequency,conversations")) {
            for (TrueService service : model.trueServices()) {
                out.text(service.client())
                        .text(service.server())
                        .number(service.protocol())
                        .number(service.portLow())
                        .number(service.portHigh())
                        .text(service.rare() ? "rare" : "common")
                        .number(seen.applyAsLong(service))
                        .end();
            }
        }
    }
}
