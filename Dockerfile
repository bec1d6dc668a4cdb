# CoopReach in a container: one node on SQLite, its data in the volume /data.
#   docker build -t coopreach .
#   docker run -p 8080:8080 -v coopreach:/data -e PublicUrl=https://coop.example \
#     -e Secrets__Pepper -e Channels__AfricasTalking__HookKey coopreach
# Several nodes on PostgreSQL: compose.yaml.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# The project files first: packages are restored again only when these change.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/CoopReach.Engine/CoopReach.Engine.csproj src/CoopReach.Engine/
COPY src/CoopReach/CoopReach.csproj src/CoopReach/BlazorScript.targets src/CoopReach/
# Compiled ahead of time: half the time to the first answer. For ARM: --build-arg RID=linux-arm64
ARG RID=linux-x64
RUN dotnet restore src/CoopReach -r $RID -p:PublishReadyToRun=true
COPY . .
RUN dotnet publish src/CoopReach -c Release -r $RID --self-contained false -p:PublishReadyToRun=true --no-restore -p:UseAppHost=false -o /app \
    && mkdir /empty

# Chiselled: no shell, no package manager, no ICU, no time zones. The product needs none of them: it runs with invariant
# globalization, writes numbers and dates by its own tables, and Rwanda is UTC+2 all year.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
# A new volume takes over the owner of this folder; without it the database file could not be created.
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV ConnectionStrings__CoopReach="Data Source=/data/coopreach.db"
VOLUME /data
EXPOSE 8080
USER $APP_UID
# No HEALTHCHECK: there is no curl here, and starting a second .NET process every few seconds to ask the first one costs
# more than it tells. Whoever runs the container asks GET /health/live and /health/ready.
ENTRYPOINT ["dotnet", "CoopReach.dll"]
