package org.vivavoce.offline;

import java.util.List;

/** Decides what the partner says next, from the messages of the request alone. Any thread. */
interface ReplyWriter {

    /**
     * The reply in parts of one or a few sentences, in their order. The last part matters most; the ones before it go first when the
     * reply must be shorter.
     */
    List<String> reply(Dialogue dialogue);
}
