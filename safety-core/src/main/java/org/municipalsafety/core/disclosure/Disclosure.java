/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.disclosure;

/**
 * How widely an item may be shown, from the widest to the narrowest (rule D3).
 *
 * <p>Typical grounds are in the Public Access to Information and Secrecy Act, OSL (2009:400); which of them applies is
 * the municipality's decision and never this library's.
 */
public enum Disclosure {
    /** For everybody: public channels, public measures, bulletins. */
    OPEN,
    /** For authorities and partners: the duty officer's number. */
    PARTNER,
    /** For the municipality's own staff: rotas. */
    INTERNAL,
    /** For those who handle the matter: duty log, assessments, guard positions. */
    RESTRICTED
}
