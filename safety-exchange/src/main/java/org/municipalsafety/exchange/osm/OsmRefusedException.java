/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

/** An OpenStreetMap text that cannot be taken over, or would mean something else here; the message says why. */
public class OsmRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    OsmRefusedException(String reason) {
        super(reason);
    }
}
