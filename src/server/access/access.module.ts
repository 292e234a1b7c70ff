import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../platform/authorization/authenticator.js';
import { type OidcSettings } from '../platform/config/server-config.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { BrowserSession } from './browser-session.js';
import { CiAccessService } from './ci-access.service.js';
import { CiController } from './ci.controller.js';
import { CiTrustEntity } from './ci-trust.entity.js';
import { OidcController } from './oidc.controller.js';
import { OidcOptions, OidcService } from './oidc.service.js';
import { PeopleController } from './people.controller.js';
import { PrincipalsService } from './principals.service.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { SessionController } from './session.controller.js';
import { SessionEntity } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { SignInAttemptsService } from './sign-in-attempts.service.js';
import { SignInChallengeEntity } from './sign-in-challenge.entity.js';
import { SignInLinkEntity } from './sign-in-link.entity.js';
import { SignInController } from './sign-in.controller.js';
import { UserEntity } from './user.entity.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ApiKeyEntity, UserEntity, SessionEntity, SignInLinkEntity, SignInChallengeEntity, CiTrustEntity])],
  controllers: [ApiKeysController, UsersController, PeopleController, SessionController, OidcController, SignInController, CiController],
  providers: [ApiKeysService, UsersService, SessionsService, SignInAttemptsService, OidcService, PrincipalsService, CiAccessService, BrowserSession, { provide: Authenticator, useClass: RequestAuthenticator }],
  exports: [ApiKeysService, UsersService, PrincipalsService, Authenticator],
})
export class AccessModule {
  static with(oidc: OidcSettings | undefined): DynamicModule {
    return { module: AccessModule, providers: [{ provide: OidcOptions, useValue: new OidcOptions(oidc) }] };
  }
}
