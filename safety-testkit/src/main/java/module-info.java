/* SPDX-License-Identifier: Apache-2.0 */

/** The testkit module. */
@org.jspecify.annotations.NullMarked
module org.municipalsafety.testkit {
    requires static org.jspecify;
    requires org.assertj.core;
    requires transitive net.jqwik.api;
    requires transitive org.junit.jupiter.api;
    requires transitive org.municipalsafety.alerting;
    requires transitive org.municipalsafety.core;
    requires transitive org.municipalsafety.roster;
    requires java.logging;

    exports org.municipalsafety.testkit;
    exports org.municipalsafety.testkit.alerting;
    exports org.municipalsafety.testkit.channel;
    exports org.municipalsafety.testkit.roster;
    exports org.municipalsafety.testkit.time;
}
