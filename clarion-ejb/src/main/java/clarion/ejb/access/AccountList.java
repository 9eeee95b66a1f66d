package clarion.ejb.access;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of the list of accounts, the oldest account first. */
public final class AccountList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "a.id").required(),
            Column.of("username", TEXT, "a.username").required(),
            Column.of("displayName", TEXT, "a.display_name"),
            Column.of("roles", TEXT, "string_to_array(a.roles, ',')")
                    .matchingAny(
                            "EXISTS (SELECT 1 FROM unnest(string_to_array(a.roles, ',')) AS r(role) WHERE ", "r.role")
                    .array(),
            Column.of("disabled", BOOLEAN, "a.disabled").required(),
            Column.of("createdAt", INSTANT, "a.created_at").required(),
            Column.of("passwordChangedAt", INSTANT, "a.password_changed_at").required(),
            Column.of("lastLoginAt", INSTANT, "a.last_login_at"),
            // As AccountEntity computes it.
            Column.of(
                            "revision",
                            TEXT,
                            "substr(encode(sha256(convert_to('account ' || a.id || ' ' || a.version, 'UTF8')), 'hex'), 1,"
                                    + " 20)")
                    .required()
                    .shownOnly());

    /** Every account. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "accounts",
            "account a",
            COLUMNS,
            List.of(SortKey.ascending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "username", "displayName"));

    private AccountList() {}

    static Account account(Row row) {
        return new Account(
                row.number("id"),
                row.text("username"),
                row.findText("displayName"),
                row.texts("roles"),
                row.flag("disabled"),
                row.time("createdAt"),
                row.time("passwordChangedAt"),
                row.findTime("lastLoginAt"),
                row.text("revision"));
    }
}
