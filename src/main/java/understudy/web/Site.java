package understudy.web;

import java.util.Map;
import java.util.Optional;

/// The pages of a server.
///
/// @param assets by path, such as `/`
public record Site(Map<String, Asset> assets) {
  /// One file of a page.
  ///
  /// @param type its media type
  /// @param content its text
  public record Asset(String type, String content) {}

  /// Takes a copy.
  public Site {
    assets = Map.copyOf(assets);
  }

  Optional<Asset> at(String path) {
    return Optional.ofNullable(assets.get(path));
  }
}
