package clarion.domain.sgacl;

/**
 * Why a text is no SGACL.
 *
 * @param line from 1
 * @param column of the word, from 1
 * @param what is wrong, with the word
 * @param fix what to write instead
 */
public record SgaclError(int line, int column, String what, String fix) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + what + "; " + fix;
    }
}
