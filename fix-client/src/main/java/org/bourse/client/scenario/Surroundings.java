package org.bourse.client.scenario;

import org.bourse.client.fix.Dictionary;
import org.bourse.client.fix.MessageText;
import org.bourse.client.scenario.venue.AdminApi;
import org.bourse.client.scenario.venue.ExchangeProcess;
import org.jspecify.annotations.Nullable;

/**
 * What all scenarios of a run share.
 *
 * @param host where the acceptor is
 * @param port its port
 * @param target its CompID, where a session line says none
 * @param dictionary names and groups
 * @param text messages in words
 * @param venue its admin interface
 * @param exchange its process, null where it is not ours
 */
record Surroundings(
    String host,
    int port,
    String target,
    Dictionary dictionary,
    MessageText text,
    AdminApi venue,
    @Nullable ExchangeProcess exchange) {}
