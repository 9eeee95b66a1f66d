package clarion.ejb.devices;

import clarion.domain.devices.IpAddress;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@code IpAddress} to {@code inet} of one host, as text; the data source leaves the type to PostgreSQL. */
@Converter(autoApply = true)
public class IpAddressConverter implements AttributeConverter<IpAddress, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable IpAddress attribute) {
        return attribute == null ? null : attribute.toString();
    }

    @Override
    public @Nullable IpAddress convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : IpAddress.parse(column);
    }
}
