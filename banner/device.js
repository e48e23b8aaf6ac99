// What stands on the device: the one cookie that is read and written here, and all that a purpose left behind.

const HALF_A_YEAR = 184 * 86400;
const SECURE = location.protocol === "https:" ? ";secure" : "";

// The pairs of document.cookie; none where the browser lets nobody read them.
function cookies() {
  try {
    return document.cookie.split("; ").map((pair) => pair.split(/=(.*)/s));
  } catch {
    return [];
  }
}

export function read(name) {
  return (cookies().find(([one]) => one === name) || [])[1];
}

function put(text) {
  try {
    document.cookie = text + SECURE;
  } catch {
    return; // a browser that forbids it keeps nothing, and nothing optional runs
  }
}

export function keep(name, value) {
  put(name + "=" + value + ";path=/;samesite=lax;max-age=" + HALF_A_YEAR);
}

// A cookie is erased only by the domain and path with which it was set, and nobody can read those.
function erase(name) {
  const hosts = location.hostname.split(".").map((_, at, all) => ";domain=" + all.slice(at).join("."));
  const paths = location.pathname.split("/").map((_, at, all) => all.slice(0, at + 1).join("/"));
  for (const host of ["", ...hosts]) {
    for (const path of ["/", ...paths, ...paths.map((one) => one + "/")]) {
      put(name + "=;max-age=0;path=" + path + host);
    }
  }
}

// Take away whatever goes by these names; `name*` is every name that begins so.
export function forget(names) {
  const ours = (name) =>
    names.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : name === one));
  cookies().filter(([name]) => ours(name)).forEach(([name]) => erase(name));
  for (const store of ["localStorage", "sessionStorage"]) {
    try {
      Object.keys(window[store]).filter(ours).forEach((key) => window[store].removeItem(key));
    } catch {
      continue; // forbidden, so there is nothing in it
    }
  }
  try {
    indexedDB.databases().then((all) => {
      for (const { name } of all) if (ours(name)) indexedDB.deleteDatabase(name);
    }, () => {});
  } catch {
    return;
  }
}
