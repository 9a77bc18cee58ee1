package understudy.chat;

/// What a user said in a room.
///
/// @param id counts the messages of a room from 1; never given twice
/// @param user who said it
/// @param body what
/// @param at when, in milliseconds since 1970
/// @param key by which the phone knows it, so that saying it again says it once; may be empty
record Message(long id, String user, String body, long at, String key) {
  String json() {
    return "{\"id\":"
        + id
        + ",\"user\":"
        + Frame.quote(user)
        + ",\"body\":"
        + Frame.quote(body)
        + ",\"at\":"
        + at
        + (key.isEmpty() ? "" : ",\"key\":" + Frame.quote(key))
        + "}";
  }
}
