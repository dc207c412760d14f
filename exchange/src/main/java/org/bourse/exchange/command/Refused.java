package org.bourse.exchange.command;

/**
 * A request that the edge refused before it could become another command. It takes its place in the
 * journal, so that one MsgSeqNum says what has been handled and no refusal is given twice.
 *
 * @param reason OrdRejReason(103), CxlRejReason(102), BusinessRejectReason(380) or
 *     SessionRejectReason(373), by answer; -1: none fits
 * @param refTagId RefTagID(371), 0: none
 * @param answer MsgType(35) of the refusal: 8, 9, j or 3
 * @param side {@code '\0'}: not known
 * @param ordType {@code '\0'}: not known
 * @param refMsgType MsgType(35) of the request
 * @param quantity OrderQty(38) as it came, empty where it was not a number
 * @param price Price(44) as it came, empty where it was not a number
 * @param text what was wrong, for the one who sent it
 */
public record Refused(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int reason,
    int refTagId,
    char answer,
    char side,
    char ordType,
    boolean possResend,
    String refMsgType,
    String clOrdId,
    String origClOrdId,
    String symbol,
    String quantity,
    String price,
    String account,
    String text)
    implements SessionRequest {}
