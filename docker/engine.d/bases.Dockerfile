# Local images with what Clarion's Dockerfiles and compose files need of the public ones: docker/engine builds each as a
# target, all on the one Debian that it makes first.
FROM clarion-engine/debian:trixie AS debian
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
COPY install /usr/local/sbin/install-packages
RUN printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d && apt-get update -qq

# The machine's own Node.js.
FROM debian AS node
RUN install-packages libatomic1 && groupadd --gid 1000 node && useradd --uid 1000 --gid 1000 --create-home node
COPY node/node /usr/local/bin/node
COPY node/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && \
    ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx

FROM debian AS nginx
RUN install-packages nginx-light

FROM debian AS java
RUN install-packages openjdk-21-jre-headless && mkdir -p /opt/java && \
    ln -s "/usr/lib/jvm/java-21-openjdk-$(dpkg --print-architecture)" /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH

# Packages of PostgreSQL make a cluster of their own unless told not to.
FROM debian AS postgres-packages
RUN install-packages postgresql-common && \
    sed -i 's/^#* *create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf && \
    install-packages postgresql-17
COPY postgres-entrypoint /usr/local/bin/docker-entrypoint.sh
ENV PATH=/usr/lib/postgresql/17/bin:$PATH PGDATA=/var/lib/postgresql/data

# The public images have the user of their own distribution: 999 in Debian's, 70 in Alpine's.
FROM postgres-packages AS postgres
COPY give-postgres /tmp/give
RUN sh /tmp/give 999
VOLUME /var/lib/postgresql/data
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]

# The public image makes the extension in the database when that is new.
FROM postgres-packages AS timescale
RUN install-packages postgresql-17-timescaledb && \
    printf "shared_preload_libraries = 'timescaledb'\ntimescaledb.telemetry_level = off\n" \
      >>/usr/share/postgresql/17/postgresql.conf.sample
COPY give-postgres /tmp/give
RUN sh /tmp/give 70 && \
    printf 'create extension if not exists timescaledb;\n' >/docker-entrypoint-initdb.d/000_timescaledb.sql
VOLUME /var/lib/postgresql/data
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]

FROM debian AS prometheus
RUN install-packages prometheus && install -d -o 65534 -g 65534 /prometheus
USER nobody
ENTRYPOINT ["/bin/prometheus"]

# Its own start script insists on the user's name; the public image's user is 999.
FROM debian AS rabbitmq
RUN install-packages rabbitmq-server && groupmod --gid 999 rabbitmq && usermod --uid 999 --gid 999 rabbitmq && \
    rm -rf /var/lib/rabbitmq && install -d -o 999 -g 999 /var/lib/rabbitmq
ENV PATH=/usr/lib/rabbitmq/bin:$PATH
