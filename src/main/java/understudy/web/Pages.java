package understudy.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Serves a site, each file on a connection of its own.
final class Pages extends Handler.Abstract.NonBlocking {
  private final Site site;
  private final Doorkeeper doorkeeper;

  Pages(Site site, Doorkeeper doorkeeper) {
    this.site = site;
    this.doorkeeper = doorkeeper;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONNECTION, "close");
    boolean reads =
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    var asset = site.at(Request.getPathInContext(request));
    if (!doorkeeper.isOurs(request.getHttpURI().getHost())) {
      refuse(
          response,
          callback,
          HttpStatus.MISDIRECTED_REQUEST_421,
          "this server is not called that; open it by its address");
    } else if (!reads) {
      headers.put(HttpHeader.ALLOW, "GET, HEAD");
      refuse(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "only GET is understood");
    } else if (asset.isEmpty()) {
      refuse(response, callback, HttpStatus.NOT_FOUND_404, "no such page; the chat is at /");
    } else {
      strict(headers, request.getHttpURI().getAuthority());
      answer(response, callback, asset.get().type(), asset.get().content());
    }
    return true;
  }

  /// Nothing but our own files, nothing in the page itself, and nobody's frame around it.
  private static void strict(HttpFields.Mutable headers, String authority) {
    headers.put(
        new HttpField(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + "connect-src 'self' ws://"
                + authority
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
    headers.put(new HttpField("Cross-Origin-Opener-Policy", "same-origin"));
    headers.put(new HttpField("Referrer-Policy", "no-referrer"));
    headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
  }

  static void refuse(Response response, Callback callback, int status, String line) {
    response.setStatus(status);
    answer(response, callback, "text/plain;charset=utf-8", line + "\n");
  }

  private static void answer(Response response, Callback callback, String type, String content) {
    byte[] body = content.getBytes(StandardCharsets.UTF_8);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, type);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
