# Sourced by the scripts at the root: finds a Java of version 25 or later, and builds what is not built. Needs $root.

is_25() { # is_25 JAVA: whether it is a Java of version 25 or later
  local version
  version=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  case $version in '' | *[!0-9]*) return 1 ;; esac
  [ "$version" -ge 25 ]
}

find_java() {
  local java
  for java in "${JAVA_HOME:-}/bin/java" "$(command -v java || true)" \
    "$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)/bin/java" \
    /usr/lib/jvm/*/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java "$HOME"/.jdks/*/bin/java; do
    if [ -x "$java" ] && is_25 "$java"; then
      echo "$java"
      return
    fi
  done
  echo "No Java 25 found. Install a JDK 25 or set JAVA_HOME to one." >&2
  exit 2
}

is_built() { # whether the last build is newer than every source
  [ -f "$root/local/target/classpath" ] && [ -z "$(find "$root" \( -name target -o -name .git -o -name web -o -name docs \) -prune -o \
    -type f \( -name '*.java' -o -name pom.xml -o -path '*/src/main/resources/*' \) ! -path '*/src/test/*' -newer "$root/local/target/classpath" -print | head -1)" ]
}

build() { # builds the local run unless that is done
  is_built && return
  command -v mvn >/dev/null || { echo "Maven is missing. Install Maven 3.8 or later." >&2; exit 2; }
  echo "Building (the first time takes a minute or two) …" >&2
  log=$(mktemp)
  if ! mvn -q -B -f "$root/pom.xml" -pl local -am -DskipTests package >"$log" 2>&1; then
    cat "$log" >&2
    echo "The build failed: see above." >&2
    exit 1
  fi
  rm -f "$log"
  touch "$root/local/target/classpath"
}
