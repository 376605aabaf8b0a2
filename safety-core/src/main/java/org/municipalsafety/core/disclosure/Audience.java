/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.disclosure;

/** A group of readers or callers, from the widest to the narrowest. Each sees what the wider ones see, and more. */
public enum Audience {
    /** Residents, press, everybody. */
    PUBLIC(Disclosure.OPEN),
    /** Police, rescue service and other authorities. */
    AUTHORITIES(Disclosure.PARTNER),
    /** The municipality's own staff. */
    STAFF(Disclosure.INTERNAL),
    /** Those who handle the matter, such as the duty officer. */
    DUTY(Disclosure.RESTRICTED);

    private final Disclosure most;

    Audience(Disclosure most) {
        this.most = most;
    }

    /**
     * Whether this audience may see an item.
     *
     * @param item the item's class
     * @return true if it may
     */
    public boolean maySee(Disclosure item) {
        return item.compareTo(most) <= 0;
    }

    /**
     * Whether something meant for another audience is meant for this one too: what is for the public is for everybody,
     * what is for authorities is not for the public.
     *
     * @param meantFor the audience it is meant for
     * @return true if this audience is included
     */
    public boolean includes(Audience meantFor) {
        return meantFor.compareTo(this) <= 0;
    }
}
