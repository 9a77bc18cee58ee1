package understudy.chat;

import java.time.Duration;
import understudy.web.WebLimits;

/// How much phones may ask of a chat.
///
/// @param web what the web server limits
/// @param rooms of rooms
/// @param words of what is said
/// @param patience with phones that are slow, silent or guess
public record ChatLimits(WebLimits web, Rooms rooms, Words words, Patience patience) {
  /// Limits of rooms.
  ///
  /// @param open rooms open at once
  /// @param perPhone rooms that one phone may be in at once
  /// @param members members of one room
  /// @param listed members that a presence names; further ones are only counted
  /// @param kept messages that a room remembers
  /// @param told messages that somebody who comes for the first time is told
  /// @param empty how long an empty room is kept
  public record Rooms(
      int open, int perPhone, int members, int listed, int kept, int told, Duration empty) {}

  /// Limits of what is said.
  ///
  /// @param nameLetters the longest name of a user or a room, in code points
  /// @param bodyLetters the longest message, in code points
  /// @param perSecond messages from one phone a second in the long run; who says more is read
  ///   slower
  /// @param burst messages from one phone before that begins
  /// @param flood how long a phone may go on saying too much until it is disconnected
  public record Words(int nameLetters, int bodyLetters, int perSecond, int burst, Duration flood) {}

  /// Until when a phone stays connected that is slow, silent or guesses.
  ///
  /// @param waiting messages that may wait in a phone's mailbox; with more it is disconnected
  /// @param stalled how long a phone may not read until it is disconnected
  /// @param silence how long a phone may say nothing until it is disconnected
  /// @param wrongCodes how often a phone may try a wrong code
  public record Patience(int waiting, Duration stalled, Duration silence, int wrongCodes) {}

  /// Enough for a classroom, and for a load test on one machine.
  public static final ChatLimits USUAL =
      new ChatLimits(
          WebLimits.USUAL,
          new Rooms(200, 8, 20_000, 200, 500, 100, Duration.ofMinutes(10)),
          new Words(32, 2_000, 200, 400, Duration.ofSeconds(5)),
          new Patience(512, Duration.ofSeconds(20), Duration.ofSeconds(65), 5));

  /// {@return these limits with another rate of messages from one phone}
  ///
  /// @param second messages a second in the long run
  /// @param atOnce messages before that begins
  public ChatLimits withPace(int second, int atOnce) {
    var other = new Words(words.nameLetters, words.bodyLetters, second, atOnce, words.flood);
    return new ChatLimits(web, rooms, other, patience);
  }

  /// {@return these limits with so many messages that may wait for a phone}
  ///
  /// @param most messages in its mailbox
  public ChatLimits withWaiting(int most) {
    var other = new Patience(most, patience.stalled, patience.silence, patience.wrongCodes);
    return new ChatLimits(web, rooms, words, other);
  }

  /// {@return these limits with so many members that a presence names}
  ///
  /// @param most members
  public ChatLimits withListed(int most) {
    var other =
        new Rooms(
            rooms.open, rooms.perPhone, rooms.members, most, rooms.kept, rooms.told, rooms.empty);
    return new ChatLimits(web, other, words, patience);
  }
}
