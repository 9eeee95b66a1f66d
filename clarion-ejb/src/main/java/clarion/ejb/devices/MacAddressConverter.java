package clarion.ejb.devices;

import clarion.domain.devices.MacAddress;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@code MacAddress} to {@code macaddr}, as text; the data source leaves the type to PostgreSQL. */
@Converter(autoApply = true)
public class MacAddressConverter implements AttributeConverter<MacAddress, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MacAddress attribute) {
        return attribute == null ? null : attribute.toString();
    }

    @Override
    public @Nullable MacAddress convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : MacAddress.parse(column);
    }
}
