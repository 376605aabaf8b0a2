/* SPDX-License-Identifier: Apache-2.0 */

/** The alerting module. */
@org.jspecify.annotations.NullMarked
module org.municipalsafety.alerting {
    requires static org.jspecify;
    requires jakarta.mail;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires transitive org.municipalsafety.core;
    requires transitive org.municipalsafety.roster;
}
