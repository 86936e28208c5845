import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { FileBytes } from './files/file-bytes.js'
import { FileController } from './files/file.controller.js'
import { StoredFile } from './files/file.entity.js'
import { Files } from './files/file.service.js'
import { NumberSeriesEntry } from './numbers/number-series.entity.js'
import { NumberSeries } from './numbers/number-series.js'

@Module({
  imports: [TypeOrmModule.forFeature([NumberSeriesEntry, StoredFile])],
  controllers: [FileController],
  providers: [NumberSeries, FileBytes, Files],
  exports: [NumberSeries, Files],
})
export class DocumentsModule {}
