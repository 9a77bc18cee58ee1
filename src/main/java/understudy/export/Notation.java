package understudy.export;

import java.util.List;

/// How a sequence diagram is written in one of the languages for it.
///
/// All texts that are handed in are escaped here; identifiers are `p` and a number.
interface Notation {
  /// What an arrow stands for.
  enum Arrow {
    /// A message that wants an answer, or a spawn.
    CALL,
    /// A message that wants none.
    SEND,
    /// An answer.
    REPLY,
    /// An end.
    EXIT
  }

  /// {@return how many arrows a page may have}
  int mostArrows();

  /// {@return how many characters a page may have}
  int mostCharacters();

  /// {@return the lines before all others}
  List<String> head(String title, List<String> remarks);

  /// {@return the lines after all others}
  List<String> foot();

  /// {@return the line of somebody who is there from the beginning}
  String participant(String id, String label);

  /// {@return the line before the arrow that makes somebody new}
  String created(String id, String label);

  /// {@return the line of a message}
  String arrow(String from, String to, Arrow style, String text);

  /// {@return the lines of a message that is the sender's last}
  List<String> last(String from, String to, String text);

  /// {@return the line of a remark beside somebody}
  String note(String id, String text);

  /// {@return the line of a remark that is about all}
  String across(String firstId, String lastId, String text);
}
