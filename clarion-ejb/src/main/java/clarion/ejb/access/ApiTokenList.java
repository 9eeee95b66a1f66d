package clarion.ejb.access;

import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.Scope;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the list of API tokens, the newest token first. */
public final class ApiTokenList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "t.id").required(),
            Column.of("account", TEXT, "a.username").required(),
            Column.of("name", TEXT, "t.name").required(),
            Column.of("prefix", TEXT, "t.prefix").required(),
            Column.of("role", TEXT, "t.role_cap"),
            Column.of("createdAt", INSTANT, "t.created_at").required(),
            Column.of("expiresAt", INSTANT, "t.expires_at"),
            Column.of("lastUsedAt", INSTANT, "t.last_used_at"),
            Column.of("revokedAt", INSTANT, "t.revoked_at"));

    /** Every token. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "tokens",
            "api_token t JOIN account a ON a.id = t.account_id",
            COLUMNS,
            List.of(SortKey.descending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "account", "name", "prefix"));

    private ApiTokenList() {}

    static Scope ofAccount(long accountId) {
        return Scope.of("t.account_id = ?", accountId);
    }

    static ApiToken token(Row row) {
        return new ApiToken(
                row.number("id"),
                row.text("account"),
                row.text("name"),
                row.text("prefix"),
                row.findText("role"),
                row.time("createdAt"),
                row.findTime("expiresAt"),
                row.findTime("lastUsedAt"),
                row.findTime("revokedAt"));
    }
}
