package org.bourse.client.scenario;

import java.util.List;

/**
 * A field of a message whose groups are told apart.
 *
 * @param tag its tag
 * @param value its value
 * @param entries the entries of the group that it counts, empty where it counts none
 */
record ReceivedField(int tag, String value, List<List<ReceivedField>> entries) {}
