/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.time.DaySpan;

/** Finds the spans of a day that overlap; stateless and thread-safe. */
public final class Overlaps {

    /** How many spans that overlap are told one by one. */
    private static final int SHOWN = 20;

    private Overlaps() {}

    /**
     * The spans that overlap one before them: the first {@value #SHOWN} each, and how many more; a span that is null is
     * faulty and overlaps none.
     */
    public static List<Fault> of(List<@Nullable DaySpan> open, List<@Nullable DaySpan> unknown) {
        List<Fault> faults = new ArrayList<>();
        List<@Nullable DaySpan> all = new ArrayList<>(open);
        all.addAll(unknown);
        BitSet taken = new BitSet();
        int more = 0;
        for (int i = 0; i < all.size(); i++) {
            @Nullable DaySpan span = all.get(i);
            if (span == null) {
                continue;
            }
            int next = taken.nextSetBit(span.startMinute());
            if (next >= 0 && next < span.endMinute()) {
                if (faults.size() < SHOWN) {
                    String place = i < open.size() ? "/open/" + i : "/unknown/" + (i - open.size());
                    faults.add(Fault.of(
                            place,
                            "the span " + span + ", which overlaps " + overlapped(span, all.subList(0, i)),
                            "spans that do not overlap"));
                } else {
                    more++;
                }
            }
            taken.set(span.startMinute(), span.endMinute());
        }
        if (more > 0) {
            faults.add(Fault.of("", more + " more spans that overlap one before them", "spans that do not overlap"));
        }
        return faults;
    }

    private static DaySpan overlapped(DaySpan span, List<@Nullable DaySpan> before) {
        for (@Nullable DaySpan other : before) {
            if (other != null && span.overlaps(other)) {
                return other;
            }
        }
        throw new IllegalStateException("No span overlaps " + span + ".");
    }
}
