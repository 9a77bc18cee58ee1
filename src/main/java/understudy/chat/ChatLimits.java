package understudy.chat;

import java.time.Duration;
import understudy.web.WebLimits;

/// How much phones may ask of a chat.
///
/// @param web what the web server limits
/// @param rooms rooms open at once
/// @param roomsPerPhone rooms that one phone may be in at once
/// @param members members of one room
/// @param nameLetters the longest name of a user or a room, in code points
/// @param bodyLetters the longest message, in code points
/// @param kept messages that a room remembers
/// @param told messages that somebody who comes for the first time is told
/// @param listed members that a presence names; further ones are only counted
/// @param perSecond messages from one phone a second in the long run; who says more is read slower
/// @param burst messages from one phone before that begins
/// @param flood how long a phone may go on saying too much until it is disconnected
/// @param waiting messages that may wait in a phone's mailbox; with more it is disconnected
/// @param stalled how long a phone may not read until it is disconnected
/// @param silence how long a phone may say nothing until it is disconnected
/// @param wrongCodes how often a phone may try a wrong code
/// @param roomEmpty how long an empty room is kept
public record ChatLimits(
    WebLimits web,
    int rooms,
    int roomsPerPhone,
    int members,
    int nameLetters,
    int bodyLetters,
    int kept,
    int told,
    int listed,
    int perSecond,
    int burst,
    Duration flood,
    int waiting,
    Duration stalled,
    Duration silence,
    int wrongCodes,
    Duration roomEmpty) {
  /// Enough for a classroom, and for a load test on one machine.
  public static final ChatLimits USUAL =
      new ChatLimits(
          WebLimits.USUAL,
          200,
          8,
          20_000,
          32,
          2_000,
          500,
          100,
          200,
          200,
          400,
          Duration.ofSeconds(5),
          512,
          Duration.ofSeconds(20),
          Duration.ofSeconds(65),
          5,
          Duration.ofMinutes(10));
}
