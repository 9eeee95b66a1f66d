package clarion.domain.sgacl;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of reading a text: an SGACL, or errors, at most one a line.
 *
 * @param found empty if there are errors
 * @param errors in the order of lines
 * @param lines per ACE of the SGACL the line it stands in, from 1
 */
public record SgaclReading(Optional<Sgacl> found, List<SgaclError> errors, List<Integer> lines) {

    public SgaclReading {
        errors = List.copyOf(errors);
        lines = List.copyOf(lines);
    }

    /** The SGACL; if there are errors, a problem that names them all. */
    public Sgacl sgacl() {
        return found.orElseThrow(() -> new ClarionException(
                ProblemType.VALIDATION_FAILED,
                "The SGACL has errors: "
                        + errors.stream().map(SgaclError::toString).collect(Collectors.joining(". ")) + ".",
                Map.of("errors", errors)));
    }
}
